# Pores and cracks turning once, in class colours, and the pores again in the colour of their size. In Jython, in Fiji's Script Editor and outside Fiji.
# Argument (outside Fiji): folder for the results.
#@ CommandService command
#@ String arg

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
turn = call("RenderTurntable", image=specimen["classes"], frames=12)
print("%d frames of %d triangles" % (turn["turntable"].getStackSize(), turn["triangles"]))
sizes = command.run(suite + "RenderTurntable", True, ["image", pores["labels"], "column", "radius_eq_um", "background", "black", "frames", 12]).get()
print(sizes.getOutput("turntable").getTitle())
