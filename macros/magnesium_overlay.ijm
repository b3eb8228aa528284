// From magnesium X-ray counts to lithium, lithium-magnesium or cannot tell. With no image open it makes a specimen of known truth.
// Argument: folder for the results (optional).
folder = getArgument();
keys = "";
if (folder != "") keys = " folder=[" + folder + "] overwrite=true";
if (nImages == 0) run("Make Synthetic Specimen", "kind=magnesium poreradius=1.2 cracklength=2 size=300,240,120 sample=tracer" + keys);
// The highest label of the specimen's map is the electrode: lithium with 10 at% magnesium.
selectImage("tracer-magnesium-labels");
getStatistics(area, mean, min, electrode);
run("Overlay Magnesium Map", "magnesium=tracer-magnesium labels=tracer-magnesium-labels electrode=" + electrode + " sample=tracer" + keys);
