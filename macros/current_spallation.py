# The block of the second paper, 20 x 30 x 50 um, with one spallation crack, in Jython: the current into crack and lithium, and
# the mean field ahead of the tip at two voxel sizes, extrapolated. Argument (outside Fiji): folder for the results.
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


found = []
for sample, voxel, size in (("coarse", "0.8,0.8,0.8", "25,38,63"), ("fine", "0.4,0.4,0.4", "50,76,126")):
    block = call("MakeSpecimen", kind="spallation", count=1, poreradius=6, size=size, voxel=voxel, sample=sample)
    # the mean ahead of a tip is only comparable over one and the same length: 8 of the coarser voxels
    field = call("MapCurrent", image=block["classes"], metal="all", distance=10, ahead=6.4, tips=3, sample=sample)
    tips = field["tiptable"]
    found.append(tips.getValue("body_current_share", 0))
    print("%s: the crack takes %.1f %% of the current, %.2f times the mean density over %.1f um ahead of its tip" % (sample,
        100 * found[-1], tips.getValue("focusing", 0), tips.getValue("ahead_um", 0)))
