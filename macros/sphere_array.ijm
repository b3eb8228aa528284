// The idealised electrolyte of Melvin et al. 2025 from numbers alone: how pores share the current when their size ratio,
// their depth or their separation changes. Argument: folder for the tables and figures (optional).
folder = getArgument();
keys = " resolution=4 points=5";
if (folder != "") keys = keys + " folder=[" + folder + "] overwrite=true";
run("Map Sphere Array", "vary=ratio from=0.33333 upto=0.8" + keys);
run("Map Sphere Array", "vary=depth" + keys);
run("Map Sphere Array", "vary=separation from=7 upto=22" + keys);
