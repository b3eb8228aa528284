# %% [markdown]
# # Spallation and magnesium
# How large are the spallation cracks, does the charge that was passed explain the lithium in them, and which lithium was
# stripped from the electrode? Siniscalchi et al., Energy Environ. Sci. 2024, 17, 2431, doi:10.1039/d3ee03916a. The specimens
# are synthetic, so the truth is known; put your own images in their place.

# %%
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


# %% [markdown]
# ## Three cells, plated with more and more charge
# Each specimen is made with what a scanning electron microscope sees of its surface at a tilt of 52 degrees.

# %%
charges = {"plated1": 0.25, "plated2": 0.5, "plated3": 1.0}
sizes = {"plated1": 8.0, "plated2": 10.0, "plated3": 12.0}
made = {}
for k, name in enumerate(sorted(charges)):
    made[name] = call("MakeSpecimen", kind="spallation", count=2, poreradius=sizes[name], cracklength=4.0, crackwidth=750.0,
                      size="200,64,200", voxel="0.25,0.25,0.25", tilt=52.0, seed=k + 1, sample=name)
    print("%s: %d true spallations" % (name, made[name]["spallations"].size()))

# %% [markdown]
# ## In the volume: diameter, lid, and lithium against charge
# `faraday_ratio` is the lithium found in the crack over what the charge would plate over its footprint.

# %%
lines = ["sample,capacity_mAh_cm2,spallations,mean_diameter_um"]
for name in sorted(made):
    table = call("MeasureSpallations", image=made[name]["classes"], mode="volume", capacity=charges[name], current=0.5, sample=name)["table"]
    diameters = [table.getValue("diameter_um", i) for i in range(table.size())]
    lines.append("%s,%s,%d,%s" % (name, charges[name], len(diameters), sum(diameters) / len(diameters)))
    for i in range(table.size()):
        print("%s, spallation %d: %.1f um across, %.1f um below the surface; lithium over charge %.2f" % (name, table.getValue("id", i),
              table.getValue("diameter_um", i), table.getValue("depth_um", i), table.getValue("faraday_ratio", i)))

# %% [markdown]
# ## On the surface: the rims
# What is seen from above: the rims only. Their diameters should be those of the volume.

# %%
for name in sorted(made):
    table = call("MeasureSpallations", image=made[name]["surface"], mode="surface", mindiameter=6.0, tilt=52.0, capacity=charges[name], current=0.5,
                 depth=4.0, sample=name + "-surface")["table"]
    for i in range(table.size()):
        print("%s, rim %d: %.1f um across, closed by %.0f %%: %s" % (name, table.getValue("id", i), table.getValue("diameter_um", i),
              100 * table.getValue("rim_closure", i), table.getStringValue("stage_reason", i)))

# %% [markdown]
# ## Look at one
# Lithium pale yellow, cracks vermilion; the face of the electrode is up.

# %%
turn = call("RenderTurntable", image=made["plated3"]["classes"], frames=6, size=400, elevation=35.0, series=False, sample="plated3")
print("%d frames" % turn["turntable"].getStackSize())

# %% [markdown]
# ## Magnesium tells where lithium came from
# Lithium with 10 at% magnesium on the electrode; magnesium found in a pore or crack came from there. A verdict is UNDECIDED where
# the counts cannot tell.

# %%
tracer = call("MakeSpecimen", kind="magnesium", poreradius=1.2, cracklength=2.0, size="300,240,120", sample="tracer")
labels = tracer["maplabels"]
electrode = int(labels.getProcessor().getStatistics().max)
verdicts = call("OverlayMagnesium", magnesium=tracer["magnesium"].getTitle(), labels=labels.getTitle(), electrode=electrode, sample="tracer")["table"]
for i in range(verdicts.size()):
    print("object %d: %s" % (verdicts.getValue("id", i), verdicts.getStringValue("verdict", i)))

# %% [markdown]
# ## Keep it

# %%
if arg:
    import os
    with open(os.path.join(arg, "spallation-study.csv"), "w") as out:
        out.write("\n".join(lines) + "\n")
    for name in sorted(made) + ["tracer"]:
        print(call("WriteReport", sample=name)["report"])
