# Spallation cracks in a volume and on the surface of the same specimen, in Jython. Runs in Fiji's Script Editor and outside Fiji.
# Argument (outside Fiji): folder for the results.
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


specimen = call("MakeSpecimen", kind="spallation", count=4, poreradius=10.0, cracklength=4.0, crackwidth=750.0, size="320,72,320",
                voxel="0.25,0.25,0.25", tilt=52.0, sample="lids")
volume = call("MeasureSpallations", image=specimen["classes"], mode="volume", capacity=0.5, current=0.5, sample="lids")
surface = call("MeasureSpallations", image=specimen["surface"], mode="surface", mindiameter=8.0, tilt=52.0, capacity=0.5, current=0.5, depth=4.0,
               sample="lids-surface")

for result in (volume, surface):
    table = result["table"]
    for i in range(table.size()):
        print("spallation %d: diameter %.1f um, rim %.0f %%. %s" % (table.getValue("id", i), table.getValue("diameter_um", i),
              100 * table.getValue("rim_closure", i), table.getStringValue("stage_reason", i)))
