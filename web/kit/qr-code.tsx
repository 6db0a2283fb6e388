import "./qr-code.css";
import { useMemo } from "react";
import { qrOf } from "./qr.ts";

/** A QR code as a picture. Dark on light in both themes: cameras want it so. Always beside it: the same thing in letters. */
export function QrCode({ text, label }: { readonly text: string; readonly label: string }) {
  const squares = useMemo(() => qrOf(text), [text]);
  const size = squares.length + 8;
  const path = squares.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x + 4} ${y + 4}h1v1h-1z` : ""))).join("");
  return (
    <svg className="qr-code" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shapeRendering="crispEdges">
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}
