/// What is to be done to a photo, and why.
package dev.tintype.plan;
