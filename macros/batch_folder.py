# One table over many specimens: every grey stack (.tif) of the subfolder stacks goes through the whole path.
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


from ij import IJ

if not arg:
    raise ValueError("Give the folder whose subfolder 'stacks' holds the grey stacks.")
stacks = os.path.join(arg, "stacks")
if not os.path.isdir(stacks):
    # Nothing there yet: three synthetic specimens, so that this script runs by itself.
    for k in (1, 2, 3):
        call("MakeSpecimen", kind="ending", size="128,128,40", count=2, poreradius=0.2 + 0.1 * k, seed=k, sample="cell%d" % k, folder=stacks)

lines = ["specimen,pores,cracks,ccd_mA_cm2"]
for name in sorted(os.listdir(stacks)):
    if not name.endswith("-grey.tif"):
        continue
    sample = name[:-len("-grey.tif")]
    grey = IJ.openImage(os.path.join(stacks, name))
    classes = call("SegmentPhases", image=grey, sample=sample)["classes"]
    pores = call("LabelPores", image=classes, sample=sample)
    cracks = call("SkeletonizeCracks", image=classes, labels=pores["labels"].getTitle(), sample=sample)
    ccd = call("PredictInitiation", sample=sample, poreseparation=10.0)["ccd"]
    lines.append("%s,%d,%d,%s" % (sample, pores["count"], cracks["cracks"].size(), ccd))
with open(os.path.join(arg, "specimens.csv"), "w") as out:
    out.write("\n".join(lines) + "\n")
print("\n".join(lines))
