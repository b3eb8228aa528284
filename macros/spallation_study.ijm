// Spallation and magnesium study: how large are the spallation cracks, does the charge explain the lithium in them, and
// which lithium was stripped from the electrode? Siniscalchi et al., Energy Environ. Sci. 2024, 17, 2431,
// doi:10.1039/d3ee03916a. End to end on specimens of known truth. Argument: folder for the results (optional).
folder = getArgument();
keys = "";
if (folder != "") keys = " folder=[" + folder + "] overwrite=true";
// Three specimens, plated with more and more charge; each is looked at from inside and from above.
charge = newArray(0.25, 0.5, 1);
size = newArray(8, 10, 12);
table = "sample,capacity_mAh_cm2,spallations,mean_diameter_um\n";
for (i = 0; i < charge.length; i++) {
	name = "plated" + (i + 1);
	run("Make Synthetic Specimen", "kind=spallation count=2 poreradius=" + size[i] + " cracklength=4 crackwidth=750 size=200,64,200 voxel=0.25,0.25,0.25 tilt=52 seed=" + (i + 1) + " sample=" + name + keys);
	run("Measure Spallations", "image=" + name + "-classes mode=volume face=Y- capacity=" + charge[i] + " current=0.5 sample=" + name + keys);
	if (folder != "") table = table + name + "," + charge[i] + "," + diameters(name) + "\n";
	run("Measure Spallations", "image=" + name + "-surface mode=surface mindiameter=6 tilt=52 view=section capacity=" + charge[i] + " current=0.5 depth=4 sample=" + name + "-surface" + keys);
	run("Render Turntable", "image=" + name + "-classes sample=" + name + " frames=6 size=400 elevation=35 series=false" + keys);
}
// The magnesium of the same kind of cell: alloyed lithium plated, stripped and plated again.
run("Make Synthetic Specimen", "kind=magnesium poreradius=1.2 cracklength=2 size=300,240,120 sample=tracer" + keys);
selectImage("tracer-magnesium-labels");
// The highest label of the specimen's map is the electrode: lithium with 10 at% magnesium.
getStatistics(area, mean, min, electrode);
run("Overlay Magnesium Map", "magnesium=tracer-magnesium labels=tracer-magnesium-labels electrode=" + electrode + " sample=tracer" + keys);
if (folder != "") {
	File.saveString(table, folder + File.separator + "spallation-study.csv");
	for (i = 1; i <= charge.length; i++)
		run("Write Report", "sample=plated" + i + keys);
	run("Write Report", "sample=tracer" + keys);
}

// Number of spallations of a sample and their mean diameter.
function diameters(name) {
	lines = split(File.openAsString(folder + File.separator + name + "-spallations.csv"), "\n");
	head = split(lines[0], ",");
	column = 0;
	for (c = 0; c < head.length; c++)
		if (head[c] == "diameter_um") column = c;
	sum = 0;
	for (l = 1; l < lines.length; l++) {
		cells = split(lines[l], ",");
		sum = sum + parseFloat(cells[column]);
	}
	return "" + (lines.length - 1) + "," + sum / (lines.length - 1);
}
