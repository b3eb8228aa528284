// The three sections through the largest pore, its size in colour over the grey stack. With no image open it makes a specimen of known truth.
// Argument: folder for the results (optional).
folder = getArgument();
keys = "";
if (folder != "") keys = " folder=[" + folder + "] overwrite=true";
if (nImages == 0) run("Make Synthetic Specimen", "kind=ending count=4 poreradius=0.4 sample=specimen");
run("Label Pores", "image=specimen-classes sample=specimen" + keys);
run("Orthogonal Label Views", "image=specimen-pore-labels grey=specimen-grey column=radius_eq_um" + keys);
