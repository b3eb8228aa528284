# %% [markdown]
# # Magnesium as a tracer: which lithium came from where?
# Lithium alloyed with magnesium is plated, stripped and plated again; magnesium found in a pore tells that the lithium there was
# stripped from the first deposit. Siniscalchi et al., Energy Environ. Sci. 2024, 17, 2431, doi:10.1039/d3ee03916a.

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
# ## A specimen with a map of known truth

# %%
made = call("MakeSpecimen", kind="magnesium", poreradius=1.2, cracklength=2.0, size="300,240,120", sample="tracer")
print("the map lies on slice %d" % made["mapslice"])

# %% [markdown]
# ## Pores, cracks, and what is joined

# %%
pores = call("LabelPores", image=made["classes"], minvoxels=1)
cracks = call("SkeletonizeCracks", image=made["classes"], labels=pores["labels"].getTitle())
print("%d pores, %d cracks" % (pores["count"], cracks["cracks"].size()))

# %% [markdown]
# ## Counts become verdicts
# A verdict is UNDECIDED where the counts cannot tell: more dwell time helps, a lower threshold does not.

# %%
result = call("OverlayMagnesium", magnesium=made["magnesium"].getTitle(), reference=made["grey"].getTitle(), total=made["mapimage"].getTitle(),
              labels=pores["labels"].getTitle(), slice=made["mapslice"], register="translation", rate=20, beam=5)
table = result["table"]
for i in range(table.size()):
    print("object %d: %s" % (table.getValue("id", i), table.getStringValue("verdict", i)))
print("%d isolated" % result["isolated"])

# %%
if arg:
    print(call("WriteReport", sample="tracer")["report"])
