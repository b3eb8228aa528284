// What an earlier session measured is read back, and a prediction made without any image.
// Argument: folder for the results (optional).
folder = getArgument();
keys = "";
if (folder != "") keys = " folder=[" + folder + "] overwrite=true";
// An earlier session: measure, and keep the document.
run("Make Synthetic Specimen", "kind=ending size=96,96,40 count=2 poreradius=0.4 sample=specimen");
run("Label Pores", "image=specimen-classes" + keys);
run("Skeletonize Cracks", "image=specimen-classes" + keys);
close("*");
// Today: without the images.
if (folder != "") run("Load Microstructure", "file=[" + folder + File.separator + "specimen.dendritej.json]");
run("Predict Dendrite Initiation", "sample=specimen poreseparation=10" + keys);
