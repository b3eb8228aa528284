// A grey stack with dark voids becomes classes, with the class images of a lower and a higher threshold. With no image open it makes a specimen of known truth.
// Argument: folder for the results (optional).
folder = getArgument();
keys = "";
if (folder != "") keys = " folder=[" + folder + "] overwrite=true";
if (nImages == 0) run("Make Synthetic Specimen", "kind=ending count=4 poreradius=0.4 sample=specimen");
selectImage("specimen-grey");
run("Segment Pores and Cracks", "image=specimen-grey interval=true sample=specimen" + keys);
