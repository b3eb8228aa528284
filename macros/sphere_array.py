# The idealised electrolyte of Melvin et al. 2025 from numbers alone, in Jython: how pores share the current.
# Argument (outside Fiji): folder for the tables and figures.
#@ CommandService command
#@ String arg

for keys in ({"vary": "ratio", "from": 0.33333, "upto": 0.8}, {"vary": "depth"}, {"vary": "separation", "from": 7.0, "upto": 22.0}):
    keys.update(resolution=4.0, points=5)
    if arg:
        keys.update(folder=arg, overwrite=True)
    inputs = [x for pair in keys.items() for x in pair]
    module = command.run("org.dendritej.command.MapSphereArray", True, inputs).get()
    if module.getDelegateObject().isCanceled():
        raise ValueError(module.getDelegateObject().getCancelReason())
    table = module.getOutputs()["table"]
    for row in range(table.size()):
        print("%s: R %.3g um, s %.3g um, crack %.3g um, small R %.3g um: alpha %.4g um2" % (keys["vary"], table.getValue("radius_um", row),
            table.getValue("separation_um", row), table.getValue("crack_length_um", row), table.getValue("small_radius_um", row),
            table.getValue("collecting_area_um2", row)))
