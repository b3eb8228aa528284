# How much current each pore and crack of a specimen collects, in Jython. Runs in Fiji's Script Editor and outside Fiji.
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


specimen = call("MakeSpecimen", kind="ending", size="120,100,60", voxel="0.06,0.06,0.1", count=4, poreradius=0.5, sample="specimen")
labels = call("LabelPores", image=specimen["classes"])["labels"]
call("SkeletonizeCracks", image=specimen["classes"], labels=labels.getTitle())
field = call("MapCurrent", image=specimen["classes"], pores=labels.getTitle(), distance=4)
prediction = call("PredictInitiation", sample="specimen")

pores = field["table"]
for row in range(pores.size()):
    print("pore %d takes %.1f %% of the current, %.2f times what its sphere would" % (pores.getValue("pore", row),
        100 * pores.getValue("current_share", row), pores.getValue("over_sphere", row)))
print("CCD %.3g mA/cm2" % prediction["ccd"])
