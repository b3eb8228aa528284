// From recorded FIB-SEM slices to classes. With no image open it makes a specimen and shakes its slices.
// Argument: folder for the results (optional).
folder = getArgument();
keys = "";
if (folder != "") keys = " folder=[" + folder + "] overwrite=true";
if (nImages == 0) {
	run("Make Synthetic Specimen", "kind=spheres size=160,160,40 count=40 poreradius=0.4 sample=recorded");
	selectImage("recorded-grey");
	random("seed", 1);
	for (z = 2; z <= nSlices; z++) {
		setSlice(z);
		makeShifted(round(3 * random - 1.5), round(3 * random - 1.5));
	}
}
selectImage("recorded-grey");
run("Prepare FIB-SEM Stack", "image=recorded-grey align=content trend=10 sample=recorded" + keys);
run("Segment Pores and Cracks", "image=recorded-prepared interval=true poreback=0.8 sample=recorded" + keys);

// Moves the slice that is shown by whole pixels.
function makeShifted(dx, dy) {
	w = getWidth();
	h = getHeight();
	row = newArray(w * h);
	for (y = 0; y < h; y++)
		for (x = 0; x < w; x++)
			row[y * w + x] = getPixel(minOf(w - 1, maxOf(0, x - dx)), minOf(h - 1, maxOf(0, y - dy)));
	for (y = 0; y < h; y++)
		for (x = 0; x < w; x++)
			setPixel(x, y, row[y * w + x]);
}
