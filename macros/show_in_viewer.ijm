// Pores and cracks in Fiji's 3D Viewer. With no image open it makes a specimen of known truth.
// Argument: folder for the results (optional).
folder = getArgument();
keys = "";
if (folder != "") keys = " folder=[" + folder + "] overwrite=true";
if (nImages == 0) run("Make Synthetic Specimen", "kind=ending count=4 poreradius=0.4 sample=specimen");
run("Label Pores", "image=specimen-classes sample=specimen" + keys);
// These windows belong to other plugins; without a screen there is nothing to open.
if (call("java.awt.GraphicsEnvironment.isHeadless") != "true") {
	run("Show Labels in 3D Viewer", "image=specimen-classes viewer=[3D Viewer]");
}
