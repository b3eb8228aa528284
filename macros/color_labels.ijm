// Pores in the colour of their depth, cracks in that of their width. With no image open it makes a specimen of known truth.
// Argument: folder for the results (optional).
folder = getArgument();
keys = "";
if (folder != "") keys = " folder=[" + folder + "] overwrite=true";
if (nImages == 0) run("Make Synthetic Specimen", "kind=ending count=4 poreradius=0.4 sample=specimen");
run("Label Pores", "image=specimen-classes sample=specimen" + keys);
run("Skeletonize Cracks", "image=specimen-classes labels=specimen-pore-labels" + keys);
run("Color Labels by Value", "image=specimen-pore-labels column=depth_um" + keys);
// Of a class image the objects are numbered as the commands number them.
run("Color Labels by Value", "image=specimen-classes rows=cracks column=width_mean_nm" + keys);
