# What an earlier session measured is read back, and a prediction made without any image. In Jython, in Fiji's Script Editor and outside Fiji.
# Argument (outside Fiji): folder for the results.
#@ CommandService command
#@ String arg

import os

suite = "org.dendritej.command."


def call(name, **keys):
    """Runs a command of the suite and gives its outputs by name; a mistake becomes an exception with its sentence."""
    if arg:
        keys.setdefault("folder", arg)
        keys["overwrite"] = True
    inputs = [x for pair in keys.items() for x in pair]
    module = command.run(suite + name, True, inputs).get()
    if module.getDelegateObject().isCanceled():
        raise ValueError(module.getDelegateObject().getCancelReason())
    return module.getOutputs()


made = call("MakeSpecimen", kind="ending", size="96,96,40", count=2, poreradius=0.4, sample="specimen")
call("LabelPores", image=made["classes"])
call("SkeletonizeCracks", image=made["classes"])
if arg:
    # Another day: the sidecar is enough.
    print(call("LoadMicrostructure", file=os.path.join(arg, "specimen.dendritej.json"))["loaded"])
print("CCD %.3g mA/cm2" % call("PredictInitiation", sample="specimen", poreseparation=10.0)["ccd"])
