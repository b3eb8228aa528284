# Lengths and widths of cracks, with widths from the grey stack, in Jython. Runs in Fiji's Script Editor and outside Fiji.
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


specimen = call("MakeSpecimen", kind="ending", count=4, poreradius=0.4, sample="specimen")
classes = call("SegmentPhases", image=specimen["grey"])["classes"]
labels = call("LabelPores", image=classes)["labels"]
found = call("SkeletonizeCracks", image=classes, grey=specimen["grey"].getTitle(), labels=labels.getTitle(), overlay=True,
             mesh="ply" if arg else "none")

cracks = found["cracks"]
for i in range(cracks.size()):
    print("crack %d: %.2f um long, %.0f nm wide (sd %.0f)" % (cracks.getValue("label", i), cracks.getValue("length_um", i),
                                                              cracks.getValue("width_mean_nm", i), cracks.getValue("width_sd_nm", i)))
