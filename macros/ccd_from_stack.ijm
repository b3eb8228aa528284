// From a grey FIB-SEM stack to a critical current density. With no image open it makes a specimen of known truth.
// Argument: folder for the results (optional).
folder = getArgument();
keys = "";
if (folder != "") keys = " folder=[" + folder + "] overwrite=true";
if (nImages == 0) run("Make Synthetic Specimen", "kind=ending count=4 poreradius=0.4 sample=specimen");
if (isOpen("specimen-grey")) selectImage("specimen-grey");
run("Segment Pores and Cracks", "sample=specimen" + keys);
run("Label Pores", "image=specimen-phases" + keys);
run("Skeletonize Cracks", "image=specimen-phases labels=specimen-pore-labels" + keys);
run("Predict Dendrite Initiation", "sample=specimen" + keys);
if (folder != "") run("Write Report", "sample=specimen" + keys);
