# From a grey FIB-SEM stack to a critical current density, in Jython. Runs in Fiji's Script Editor and outside Fiji.
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
pores = call("LabelPores", image=classes)
cracks = call("SkeletonizeCracks", image=classes, labels=pores["labels"].getTitle())
prediction = call("PredictInitiation", sample="specimen")

print("%d pores, %d cracks" % (pores["count"], cracks["cracks"].size()))
print("CCD %.3g mA/cm2" % prediction["ccd"])
if arg:
    call("WriteReport", sample="specimen")
