// Critical current densities of the two electrolytes of Melvin et al. 2025 from typed numbers, with everything that the
// command can draw: sweeps (Fig. 5), maps, design changes, comparison, calibration, cell tests. Needs no image.
// Argument: folder for the results (optional).
folder = getArgument();
keys = "";
if (folder != "") keys = " folder=[" + folder + "] overwrite=true";
dense83 = "sample=dense83 poreradius=2.3 poreseparation=10 cracklength=2.5 crackwidth=158";
dense99 = "sample=dense99 poreradius=0.5 poreseparation=22 cracklength=1.5 crackwidth=125";
run("Predict Dendrite Initiation", dense99 + keys);
// Which single change brings the porous electrolyte to 10 mA/cm2, and how do the two compare?
run("Predict Dendrite Initiation", dense83 + " sweep=all target=10 compare=dense99 calibrate=[dense83:1:0.9:1.1,dense99:10:9:11]" + keys);
if (folder != "") {
	// Three cells that held 9 mA/cm2 and three that failed at 10, each cell tested at one current density.
	csv = "current_ma_cm2,specimen,failed\n9,a,no\n9,b,no\n9,c,no\n10,d,yes\n10,e,yes\n10,f,yes\n";
	File.saveString(csv, folder + "/cell-tests.csv");
	run("Predict Dendrite Initiation", dense99 + " preset=B sweep=temperature range=278.15,353.15 tests=[" + folder + "/cell-tests.csv]" + keys);
}
