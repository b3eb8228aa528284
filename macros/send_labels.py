# Pores become objects of the 3D ImageJ Suite's 3D Manager, named by label and radius. In Jython, in Fiji's Script Editor and outside Fiji.
# Argument (outside Fiji): folder for the results.
#@ CommandService command
#@ String arg

from java.awt import GraphicsEnvironment

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


specimen = call("MakeSpecimen", kind="ending", count=4, poreradius=0.4, sample="specimen")
pores = call("LabelPores", image=specimen["classes"])
# These windows belong to other plugins; without a screen there is nothing to open.
if not GraphicsEnvironment.isHeadless():
    print("%d objects" % call("SendTo3DManager", image=pores["labels"], column="radius_eq_um")["objects"])
