# A specimen of known truth: grey stack, class image and tables of what was put in.
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


made = call("MakeSpecimen", kind="ending", count=4, poreradius=0.4, sample="specimen")
print("%d pores, %d cracks were put in" % (made["pores"].size(), made["cracks"].size()))
print("the largest pore has a radius of %.3g um" % max(made["pores"].getColumn("radius_eq_um")))
