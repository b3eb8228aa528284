// Pores and cracks turning once, in class colours, and the pores again in the colour of their size. With no image open it makes a specimen of known truth.
// Argument: folder for the results (optional).
folder = getArgument();
keys = "";
if (folder != "") keys = " folder=[" + folder + "] overwrite=true";
if (nImages == 0) run("Make Synthetic Specimen", "kind=ending count=4 poreradius=0.4 sample=specimen");
run("Label Pores", "image=specimen-classes sample=specimen" + keys);
run("Render Turntable", "image=specimen-classes frames=12" + keys);
run("Render Turntable", "image=specimen-pore-labels column=radius_eq_um background=black projection=orthographic frames=12 series=false film=false");
