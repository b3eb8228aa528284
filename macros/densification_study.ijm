// Densification study: 83 % against 99 % dense Li6PS5Cl, from grey stacks to critical currents, end to end.
// Melvin et al., Nature Energy 2025, doi:10.1038/s41560-025-01847-0. study = "paper" takes specimens of the paper's size
// (about a minute); "quick" takes small ones with the same contrast: an example of the steps, not a result.
// Argument: folder for the results (optional).
study = "quick";
folder = getArgument();
keys = "";
if (folder != "") keys = " folder=[" + folder + "] overwrite=true";
names = newArray("dense83", "dense99");
small = newArray("poreradius=0.5 cracklength=2.5 crackwidth=158", "poreradius=0.3 cracklength=1.5 crackwidth=125");
// A small specimen holds too few pores for a separation; the published ones stand in.
separation = newArray(10, 22);
table = "specimen,pores,cracks,ccd_mA_cm2,p05_mA_cm2,p95_mA_cm2\n";
for (i = 0; i < names.length; i++) {
	name = names[i];
	if (study == "paper") run("Make Synthetic Specimen", "kind=" + name + " sample=" + name + keys);
	else run("Make Synthetic Specimen", "kind=ending size=160,128,48 count=3 " + small[i] + " sample=" + name + keys);
	run("Segment Pores and Cracks", "image=" + name + "-grey" + keys);
	run("Label Pores", "image=" + name + "-phases" + keys);
	run("Skeletonize Cracks", "image=" + name + "-phases grey=" + name + "-grey labels=" + name + "-pore-labels" + keys);
	typed = "";
	if (study != "paper") typed = " poreseparation=" + separation[i];
	run("Predict Dendrite Initiation", "sample=" + name + typed + keys);
	run("Render Turntable", "image=" + name + "-phases frames=12 size=400 series=false" + keys);
	if (folder != "") {
		run("Write Report", "sample=" + name + keys);
		table = table + name + "," + rows(name + "-pores.csv") + "," + rows(name + "-cracks.csv") + "," + prediction(name, 1) + "," + prediction(name, 2) + "," + prediction(name, 4) + "\n";
	}
}
// Which single change brings the porous electrolyte to the current of the dense one?
run("Predict Dendrite Initiation", "sample=dense83 poreseparation=10 compare=dense99 target=10" + keys);
if (folder != "") File.saveString(table, folder + File.separator + "densification.csv");

// Rows of a table in the folder.
function rows(file) {
	lines = split(File.openAsString(folder + File.separator + file), "\n");
	return lines.length - 1;
}

// A cell of the row ccd: 1 value, 2 to 4 the 5, 50 and 95 % points.
function prediction(name, cell) {
	lines = split(File.openAsString(folder + File.separator + name + "-prediction.csv"), "\n");
	for (l = 1; l < lines.length; l++) {
		cells = split(lines[l], ",");
		if (cells[0] == "ccd") return cells[cell];
	}
	return "";
}
