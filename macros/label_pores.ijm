// Pores of a class image or mask: sizes, separations, outlines, and the largest pore expected on an electrode of 78.5 mm2.
// With no image open it makes a specimen of known truth. Argument: folder for the results (optional).
folder = getArgument();
keys = "";
if (folder != "") keys = " folder=[" + folder + "] overwrite=true";
if (nImages == 0) {
	run("Make Synthetic Specimen", "kind=spheres count=60 poreradius=0.3 size=200,200,80 sample=pores");
	selectImage("pores-classes");
}
run("Label Pores", "electrodearea=78.5 outlines=true plots=true" + keys);
