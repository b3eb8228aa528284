// A specimen of known truth: grey stack, class image and tables of what was put in.
// Argument: folder for the results (optional).
folder = getArgument();
keys = "";
if (folder != "") keys = " folder=[" + folder + "] overwrite=true";
run("Make Synthetic Specimen", "kind=ending count=4 poreradius=0.4 sample=specimen" + keys);
