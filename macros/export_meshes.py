# Closed surfaces of pores and cracks as STL files, and of each pore as a PLY file of its own. In Jython, in Fiji's Script Editor and outside Fiji.
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
if arg:
    call("ExportMeshes", image=specimen["classes"], phases="1,2")
    meshes = call("ExportMeshes", image=pores["labels"], each=True, mesh="ply")["table"]
    for i in range(meshes.size()):
        print("%s: %.3f um3 in %d triangles" % (meshes.getStringValue("mesh", i), meshes.getValue("volume_um3", i), meshes.getValue("triangles", i)))
