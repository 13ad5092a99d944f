/** One triangle over the whole picture. */
export const vertices = `#version 300 es
uniform bool flipped;
out vec2 place;
void main() {
  vec2 corner = vec2(gl_VertexID == 1 ? 2.0 : 0.0, gl_VertexID == 2 ? 2.0 : 0.0);
  place = flipped ? vec2(corner.x, 1.0 - corner.y) : corner;
  gl_Position = vec4(corner * 2.0 - 1.0, 0.0, 1.0);
}`;

/** The picture in another size: four places around each, so that a quarter of the size leaves nothing out. */
export const copied = `#version 300 es
precision mediump float;
uniform sampler2D picture;
in vec2 place;
out vec4 colour;
void main() {
  vec2 away = 1.0 / vec2(textureSize(picture, 0));
  colour = 0.25 * (
    texture(picture, place + away) + texture(picture, place - away) +
    texture(picture, place + vec2(away.x, -away.y)) + texture(picture, place + vec2(-away.x, away.y))
  );
  colour.a = 1.0;
}`;

/**
 * A Gauss blur in one direction, 12 pixels to each side, in which the person has no part: without that they would have
 * a halo. Alpha is how much background there was.
 */
export const blurred = `#version 300 es
precision highp float;
uniform sampler2D picture;
uniform sampler2D mask;
uniform bool masked;
uniform vec2 step_;
in vec2 place;
out vec4 colour;
void main() {
  vec3 sum = vec3(0.0);
  float weight = 0.0;
  float whole = 0.0;
  for (int i = -12; i <= 12; i++) {
    vec2 there = place + step_ * float(i);
    vec4 found = texture(picture, there);
    float near = exp(-float(i * i) / 72.0);
    float background = masked ? 1.0 - texture(mask, there).r : found.a;
    float part = near * (background + 0.002);
    sum += found.rgb * part;
    weight += part;
    whole += near;
  }
  colour = vec4(sum / weight, weight / whole);
}`;

/** The person sharp before the blurred background. */
export const composed = `#version 300 es
precision mediump float;
uniform sampler2D picture;
uniform sampler2D background;
uniform sampler2D mask;
in vec2 place;
out vec4 colour;
void main() {
  float person = smoothstep(0.35, 0.7, texture(mask, place).r);
  colour = vec4(mix(texture(background, place).rgb, texture(picture, place).rgb, person), 1.0);
}`;
