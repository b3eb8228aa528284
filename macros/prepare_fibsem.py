# From recorded FIB-SEM slices to classes, in Jython. Runs in Fiji's Script Editor and outside Fiji.
# Argument (outside Fiji): folder for the results.
#@ CommandService command
#@ String arg

from java.util import Random

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


specimen = call("MakeSpecimen", kind="spheres", size="160,160,40", count=40, poreradius=0.4, sample="recorded")
stack = specimen["grey"].duplicate()
dice = Random(1)
for z in range(2, stack.getStackSize() + 1):
    stack.getStack().getProcessor(z).translate(dice.nextInt(4) - 1, dice.nextInt(4) - 1)

prepared = call("PrepareStack", image=stack, align="content", trend=10.0, sample="recorded")
phases = call("SegmentPhases", image=prepared["prepared"], interval=True, poreback=0.8, sample="recorded")
print("faulty slices: %s" % (prepared["faults"] or "none"))
print("threshold %.1f" % phases["used"])
