// How much current each pore and crack of a specimen collects, and what that does to the critical current density.
// With no image open it makes a specimen of known truth. Argument: folder for the results (optional).
folder = getArgument();
keys = "";
if (folder != "") keys = " folder=[" + folder + "] overwrite=true";
if (nImages == 0) run("Make Synthetic Specimen", "kind=ending size=120,100,60 voxel=0.06,0.06,0.1 count=4 poreradius=0.5 sample=specimen");
if (isOpen("specimen-classes")) selectImage("specimen-classes");
classes = getTitle();
run("Label Pores", "image=" + classes + " sample=specimen" + keys);
run("Skeletonize Cracks", "image=" + classes + " labels=specimen-pore-labels sample=specimen" + keys);
run("Map Current Distribution", "image=" + classes + " pores=specimen-pore-labels distance=4 sample=specimen" + keys);
run("Predict Dendrite Initiation", "sample=specimen" + keys);
