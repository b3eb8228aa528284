// Closed surfaces of pores and cracks as STL files, and of each pore as a PLY file of its own. With no image open it makes a specimen of known truth.
// Argument: folder for the results (optional).
folder = getArgument();
keys = "";
if (folder != "") keys = " folder=[" + folder + "] overwrite=true";
if (nImages == 0) run("Make Synthetic Specimen", "kind=ending count=4 poreradius=0.4 sample=specimen");
run("Label Pores", "image=specimen-classes sample=specimen" + keys);
if (folder != "") {
	run("Export Label Meshes", "image=specimen-classes phases=1,2" + keys);
	run("Export Label Meshes", "image=specimen-pore-labels each=true mesh=ply" + keys);
}
