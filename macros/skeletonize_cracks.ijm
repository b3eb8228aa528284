// Lengths and widths of cracks, with widths from the grey stack. With no image open it makes a specimen of known truth.
// Argument: folder for the results (optional).
folder = getArgument();
keys = "";
if (folder != "") keys = " mesh=stl folder=[" + folder + "] overwrite=true";
if (nImages == 0) run("Make Synthetic Specimen", "kind=ending count=4 poreradius=0.4 sample=specimen");
run("Segment Pores and Cracks", "image=specimen-grey sample=specimen");
run("Label Pores", "image=specimen-phases sample=specimen");
run("Skeletonize Cracks", "image=specimen-phases grey=specimen-grey labels=specimen-pore-labels overlay=true" + keys);
