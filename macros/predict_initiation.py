# Critical current densities of the two electrolytes of Melvin et al. 2025 from typed numbers, in Jython: sweeps, maps,
# design changes, comparison, calibration. Runs in Fiji's Script Editor and outside Fiji. Needs no image.
# Argument (outside Fiji): folder for the results.
#@ CommandService command
#@ String arg


def predict(**keys):
    """Runs Predict Dendrite Initiation and gives its outputs by name; a mistake becomes an exception with its sentence."""
    if arg:
        keys.update(folder=arg, overwrite=True)
    inputs = [x for pair in keys.items() for x in pair]
    module = command.run("org.dendritej.command.PredictInitiation", True, inputs).get()
    if module.getDelegateObject().isCanceled():
        raise ValueError(module.getDelegateObject().getCancelReason())
    return module.getOutputs()


dense83 = dict(sample="dense83", poreradius=2.3, poreseparation=10.0, cracklength=2.5, crackwidth=158.0)
dense99 = dict(sample="dense99", poreradius=0.5, poreseparation=22.0, cracklength=1.5, crackwidth=125.0)

for preset in ("A", "B"):
    high = predict(preset=preset, **dense99)
    low = predict(preset=preset, **dense83)
    print("preset %s: CCD %.3g mA/cm2 (83 %%), %.3g mA/cm2 (99 %%); measured 1 and 10" % (preset, low["ccd"], high["ccd"]))

result = predict(sweep="all", target=10.0, compare="dense99", calibrate="dense83:1:0.9:1.1,dense99:10:9:11", **dense83)
print("validity: %s" % result["validity"])
