# Pores of a class image: sizes, separations, outlines, and the largest pore expected on an electrode, in Jython.
# Runs in Fiji's Script Editor and outside Fiji. Argument (outside Fiji): folder for the results.
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


specimen = call("MakeSpecimen", kind="spheres", count=60, poreradius=0.3, size="200,200,80", sample="pores")
pores = call("LabelPores", image=specimen["classes"], electrodearea=78.5, outlines=True)
print("%d pores" % pores["count"])
