// One table over many specimens: every grey stack (.tif) of a folder goes through the whole path.
// Argument: folder for the results (optional). The stacks are taken from its subfolder "stacks"; with none there, three
// synthetic specimens are made first, so that this macro runs by itself.
folder = getArgument();
if (folder == "") folder = getDirectory("Choose the folder whose subfolder 'stacks' holds the grey stacks");
if (!endsWith(folder, File.separator)) folder = folder + File.separator;
stacks = folder + "stacks" + File.separator;
if (!File.exists(stacks)) {
	File.makeDirectory(stacks);
	for (k = 1; k <= 3; k++)
		run("Make Synthetic Specimen", "kind=ending size=128,128,40 count=2 poreradius=0." + (2 + k) + " seed=" + k + " sample=cell" + k + " folder=[" + stacks + "]");
}
table = "specimen,pores,cracks,ccd_mA_cm2,status\n";
names = getFileList(stacks);
for (i = 0; i < names.length; i++) {
	if (endsWith(names[i], "-grey.tif")) {
		sample = substring(names[i], 0, lengthOf(names[i]) - lengthOf("-grey.tif"));
		keys = " sample=[" + sample + "] folder=[" + folder + "] overwrite=true";
		open(stacks + names[i]);
		run("Segment Pores and Cracks", "image=[" + names[i] + "]" + keys);
		run("Label Pores", "image=[" + sample + "-phases]" + keys);
		run("Skeletonize Cracks", "image=[" + sample + "-phases] labels=[" + sample + "-pore-labels]" + keys);
		run("Predict Dendrite Initiation", "poreseparation=10" + keys);
		lines = split(File.openAsString(folder + sample + "-prediction.csv"), "\n");
		ccd = "";
		status = "";
		for (l = 1; l < lines.length; l++) {
			cells = split(lines[l], ",");
			if (cells[0] == "ccd") ccd = cells[1];
			if (cells[0] == "validity") status = cells[1];
		}
		pores = split(File.openAsString(folder + sample + "-pores.csv"), "\n");
		cracks = split(File.openAsString(folder + sample + "-cracks.csv"), "\n");
		table = table + sample + "," + (pores.length - 1) + "," + (cracks.length - 1) + "," + ccd + "," + status + "\n";
		close("*");
	}
}
File.saveString(table, folder + "specimens.csv");
