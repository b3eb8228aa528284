# Pores in the colour of their depth, cracks in that of their width. In Jython, in Fiji's Script Editor and outside Fiji.
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
call("SkeletonizeCracks", image=specimen["classes"], labels=pores["labels"].getTitle())
depth = call("ColorLabels", image=pores["labels"], column="depth_um")
print("pores from %.2f to %.2f um below the electrode" % (depth["darkest"], depth["lightest"]))
width = call("ColorLabels", image=specimen["classes"], rows="cracks", column="width_mean_nm")
print("cracks from %.0f to %.0f nm wide" % (width["darkest"], width["lightest"]))
