// One HTML file with everything that is known of a sample.
// Argument: folder for the report (optional; without it no report is written).
folder = getArgument();
run("Make Synthetic Specimen", "kind=ending size=96,96,40 count=2 poreradius=0.4 sample=specimen");
run("Label Pores", "image=specimen-classes");
run("Skeletonize Cracks", "image=specimen-classes");
run("Predict Dendrite Initiation", "sample=specimen poreseparation=10");
if (folder != "") run("Write Report", "sample=specimen folder=[" + folder + "] overwrite=true");
