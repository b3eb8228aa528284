// Keeps a sample's document in a sidecar and reads it back, so that a prediction can be made later without the images.
// Argument: folder for the sidecar (optional; without it nothing is kept).
folder = getArgument();
run("Make Synthetic Specimen", "kind=ending size=96,96,40 count=2 poreradius=0.4 sample=specimen");
run("Label Pores", "image=specimen-classes");
run("Skeletonize Cracks", "image=specimen-classes");
if (folder != "") {
	run("Save Microstructure", "sample=specimen folder=[" + folder + "] overwrite=true");
	run("Load Microstructure", "file=[" + folder + File.separator + "specimen.dendritej.json]");
}
run("Predict Dendrite Initiation", "sample=specimen poreseparation=10");
