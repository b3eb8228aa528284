# %% [markdown]
# # Densification: 83 % against 99 % dense Li6PS5Cl
# Two electrolytes differ in their pores and cracks only. Which critical current does each have, and what made the difference?
# Melvin et al., Nature Energy 2025, doi:10.1038/s41560-025-01847-0. Set `study = "paper"` for specimens of the paper's size
# (about a minute); `quick` uses small ones with the same contrast, so its numbers are an example of the steps, not a result.

# %%
#@ CommandService command
#@ String arg
study = "quick"
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


# %% [markdown]
# ## The two specimens

# %%
if study == "paper":
    specimens = {"dense83": dict(kind="dense83"), "dense99": dict(kind="dense99")}
else:
    small = dict(kind="ending", size="160,128,48", count=3)
    specimens = {"dense83": dict(small, poreradius=0.5, cracklength=2.5, crackwidth=158.0),
                 "dense99": dict(small, poreradius=0.3, cracklength=1.5, crackwidth=125.0)}
images = {}
for name in sorted(specimens):
    images[name] = call("MakeSpecimen", sample=name, **specimens[name])["grey"]
    print("%s: %d x %d x %d voxels" % (name, images[name].getWidth(), images[name].getHeight(), images[name].getNSlices()))

# %% [markdown]
# ## Pores and cracks

# %%
found = {}
for name in sorted(images):
    classes = call("SegmentPhases", image=images[name])["classes"]
    pores = call("LabelPores", image=classes)
    cracks = call("SkeletonizeCracks", image=classes, labels=pores["labels"].getTitle())["cracks"]
    found[name] = (pores["table"], cracks)
    radii = list(pores["table"].getColumn("radius_eq_um"))
    print("%s: %d pores, largest radius %.2f um, %d cracks" % (name, len(radii), max(radii), cracks.size()))

# %% [markdown]
# ## Critical current density
# Mind the intervals: one voxel in a crack's width is an order of magnitude in the current. With `quick` the two intervals
# overlap, so the order of the two numbers means nothing: voxels of 40 nm cannot tell these two widths apart.

# %%
lines = ["specimen,ccd_mA_cm2"]
for name in sorted(found):
    # A small specimen holds too few pores for a separation; the published ones stand in: 10 um and 22 um.
    keys = {} if study == "paper" else dict(poreseparation={"dense83": 10.0, "dense99": 22.0}[name])
    result = call("PredictInitiation", sample=name, **keys)
    table = result["prediction"]
    lines.append("%s,%s" % (name, result["ccd"]))
    print("%s: %.3g mA/cm2 (5 to 95 %%: %.3g to %.3g)" % (name, result["ccd"], table.getValue("p05", 0), table.getValue("p95", 0)))

# %% [markdown]
# ## Keep it

# %%
if arg:
    import os
    with open(os.path.join(arg, "densification.csv"), "w") as out:
        out.write("\n".join(lines) + "\n")
    for name in sorted(found):
        print(call("WriteReport", sample=name)["report"])
