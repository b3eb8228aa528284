// Spallation cracks in a volume and on the surface of the same specimen, and a trend over samples. With no image open it makes
// a specimen of known truth. Argument: folder for the results (optional).
folder = getArgument();
keys = "";
if (folder != "") keys = " folder=[" + folder + "] overwrite=true";
if (nImages == 0) run("Make Synthetic Specimen", "kind=spallation count=4 poreradius=10 cracklength=4 crackwidth=750 size=320,72,320 voxel=0.25,0.25,0.25 tilt=52 sample=lids" + keys);
// the class image first: depth, lid, lithium against the charge passed
run("Measure Spallations", "image=lids-classes mode=volume face=Y- capacity=0.5 current=0.5 sample=lids" + keys);
// then the electron image of the surface, foreshortened by the tilt of the stage
run("Measure Spallations", "image=lids-surface mode=surface mindiameter=8 tilt=52 view=section capacity=0.5 current=0.5 depth=4 electrode=0.785 sample=lids-surface" + keys);
// several samples: one line each, with what distinguishes them
if (folder != "") {
	File.saveString("sample,density_percent,count,area_mm2\nA,83,41,0.8\nB,90,22,0.8\nC,95,12,0.8\nD,99,3,0.8\n", folder + File.separator + "samples.csv");
	run("Measure Spallations", "compare=[" + folder + File.separator + "samples.csv] sample=batch" + keys);
}
