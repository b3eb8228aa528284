// The block of the second paper, 20 x 30 x 50 um, with one spallation crack half full of lithium: how much current the crack
// and its lithium take, and how far it is focused ahead of the crack's tip. Voxels of 0.4 um here; 0.1 um (size=200,300,500,
// 30 million voxels) in the real study. Argument: folder for the results (optional).
folder = getArgument();
keys = "";
if (folder != "") keys = " folder=[" + folder + "] overwrite=true";
run("Make Synthetic Specimen", "kind=spallation count=1 poreradius=6 size=50,75,125 voxel=0.4,0.4,0.4 sample=block");
// metal=all: the crack is taken to be full; metal=joined would fill it only where it leads to the electrode
run("Map Current Distribution", "image=block-classes metal=all distance=10 tips=3 sample=block" + keys);
