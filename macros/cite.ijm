// The papers behind what was measured and predicted of a sample. With no image open it makes a specimen of known truth.
// Argument: folder for the results (optional).
folder = getArgument();
keys = "";
if (folder != "") keys = " folder=[" + folder + "] overwrite=true";
if (nImages == 0) run("Make Synthetic Specimen", "kind=ending count=4 poreradius=0.4 sample=specimen");
run("Label Pores", "image=specimen-classes" + keys);
run("Skeletonize Cracks", "image=specimen-classes labels=specimen-pore-labels" + keys);
run("Predict Dendrite Initiation", "sample=specimen" + keys);
run("Cite DendriteJ", "sample=specimen" + keys);
