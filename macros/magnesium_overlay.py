# From magnesium X-ray counts to verdicts and isolated pores, in Jython. Runs in Fiji's Script Editor and outside Fiji.
# Argument (outside Fiji): folder for the results.
#@ CommandService command
#@ String arg

suite = "org.dendritej.command."


def call(name, **keys):
    """Runs a command of the suite and gives its outputs by name; a mistake becomes an exception with its sentence."""
    if arg:
        keys.update(folder=arg, overwrite=True)
    inputs = [x for pair in keys.items() for x in pair]
    module = command.run(suite + name, True, inputs).get()
    if module.getDelegateObject().isCanceled():
        raise ValueError(module.getDelegateObject().getCancelReason())
    return module.getOutputs()


specimen = call("MakeSpecimen", kind="magnesium", poreradius=1.2, cracklength=2, size="300,240,120", sample="tracer")
# Pores and cracks are measured on the volume, the map is laid on its middle slice, the graph says what is joined.
pores = call("LabelPores", image=specimen["classes"], minvoxels=1)
cracks = call("SkeletonizeCracks", image=specimen["classes"], labels=pores["labels"].getTitle())
result = call("OverlayMagnesium", magnesium=specimen["magnesium"].getTitle(), reference=specimen["grey"].getTitle(),
              total=specimen["mapimage"].getTitle(),
              labels=pores["labels"].getTitle(), slice=specimen["mapslice"], register="translation", rate=20, beam=5)

table = result["table"]
for i in range(table.size()):
    print("pore %d: %s, %.3g at%% Mg (limit %.2g)%s" % (table.getValue("id", i), table.getStringValue("verdict", i),
          table.getValue("mg_atpct", i), table.getValue("mg_atpct_limit", i),
          " isolated" if table.getStringValue("isolated", i) == "true" else ""))
print("%d isolated" % result["isolated"])
