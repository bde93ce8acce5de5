/// What is wrong with a photo: one file for each kind of damage.
package dev.tintype.diagnose;
