import sharp from "sharp";
const [out, ...files] = process.argv.slice(2);
const ims = await Promise.all(files.map(async f => ({ f, m: await sharp(f).metadata() })));
const h = Math.max(...ims.map(i => i.m.height)); let x = 0; const comp = [];
for (const i of ims) { comp.push({ input: i.f, left: x, top: 0 }); x += i.m.width + 10; }
await sharp({ create: { width: x, height: h, channels: 3, background: "#888" } }).composite(comp).png().toFile(out);
